/** Templates: what they may say, what they may not do, and that a customer's name is never more than a name. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compile, Faulty, fill, type TemplateData } from '../../src/crm/campaigns/liquid.ts';
import { checkWording, dataOf, MailRenderer, SAMPLE, wordingFor } from '../../src/crm/campaigns/render-mail.ts';
import { Refusal } from '../../src/kernel/refusal.ts';

const occasion = { campaign: { name: 'Spring' }, organization: { name: 'Shop' }, unsubscribeUrl: 'https://shop.example/off?a=1&b=2' };
const wording = (more: Partial<Parameters<typeof checkWording>[0]> = {}) => ({ language: 'en', subject: 'Hi', html: '<p>{{ unsubscribeUrl }}</p>', text: null, ...more });
const faults = (more: Parameters<typeof wording>[0]): [string, string][] => {
  try {
    checkWording(wording(more));
    return [];
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error.errors.map(({ field, message }) => [field?.join('.') ?? '', message]);
  }
};
const html = (source: string, data: TemplateData): string => fill(compile(source, 'HTML'), data);

describe('a template', () => {
  const WRONG: [what: string, source: string, line: number | null, reason: RegExp][] = [
    ['a tag that is not closed', 'a\n{% if customer.name %}', 2, /not closed/],
    ['a filter that there is not', '\n\n{{ customer.name | shout }}', 3, /filter: shout/],
    ['a name that there is not', '{{ customer.nmae }}', 1, /no `customer.nmae`.*customer\.name/],
    ['what lies behind the data', '{{ customer.constructor }}', 1, /no `customer.constructor`/],
    ['a way round escaping', '{{ customer.name | raw }}', 1, /filter: raw/],
    ['output past escaping', '{% echo customer.name %}', 1, /"echo" not found/],
    ['other files', '{% include "x" %}', 1, /"include" not found/],
    ['what never ends', '{% for i in (1..9000) %}{% for j in (1..9000) %}{% if j == 0 %}{% endif %}{% endfor %}{% endfor %}', 1, /limit exceeded/],
    ['what grows without end', '{% assign a = "0123456789" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}', 1, /limit exceeded/],
    ['what needs too much memory at once', '{% for i in (1..2000000000) %}{% endfor %}', 1, /limit exceeded/],
    ['no link to get off by', '<p>{{ customer.name }}</p>', null, /unsubscribeUrl/],
  ];
  for (const [what, source, line, reason] of WRONG) {
    it(`is refused for ${what}, with its line`, () => {
      const [[field, message] = ['', '']] = faults({ html: `${source}${line === null ? '' : '{{ unsubscribeUrl }}'}` });
      assert.equal(field, 'html');
      assert.match(message, reason);
      if (line !== null) assert.ok(message.startsWith(`Line ${line}: `), message);
    });
  }

  it('is refused without anything to say, with each part that is wrong named', () => {
    assert.deepEqual(faults({ html: null }).map(([field]) => field), ['html']);
    assert.deepEqual(faults({ subject: '{{ nobody }}', html: '{{ nothing }}', text: '{{ neither }}' }).map(([field]) => field), ['subject', 'html', 'text']);
    assert.deepEqual(faults({ subject: '{% if customer.kind == "ORGANIZATION" %}x{% endif %}' }), [['subject', 'It is empty when it is filled.']]);
    assert.deepEqual(faults({ text: 'No link' }).map(([field]) => field), ['text']);
    assert.deepEqual(faults({ html: '<p>Hi</p><!-- {{ unsubscribeUrl }} -->' }).map(([field]) => field), ['html']);
  });

  it('makes its plain text from the HTML, or has its own', () => {
    const made = new MailRenderer(wording({ subject: 'For {{ customer.name }}\nand you', html: '<h1>Hi {{ customer.greetingName }}</h1><p><a href="{{ unsubscribeUrl }}">off</a></p>' })).render(dataOf({ ...SAMPLE, name: 'A <b> & C', greetingName: 'A & C' }, occasion));
    assert.deepEqual(made, { language: 'en', subject: 'For A <b> & C and you', html: '<h1>Hi A &amp; C</h1><p><a href="https://shop.example/off?a=1&amp;b=2">off</a></p>', text: 'Hi A & C\n\noff (https://shop.example/off?a=1&b=2)' });
    assert.equal(new MailRenderer(wording({ text: 'Bye {{ customer.name }}: {{ unsubscribeUrl }}' })).render(dataOf({ ...SAMPLE, name: '<i>' }, occasion)).text, 'Bye <i>: https://shop.example/off?a=1&b=2');
  });

  it('never lets a value become markup, whatever filters it passes', () => {
    const ways = ['{{ x }}', '{{ x | upcase }}', '{{ x | escape }}', '{{ x | append: x }}', '{{ x | split: "" | join: "" }}', '{% assign y = x %}{{ y }}', '{{ x | strip | truncate: 5000 }}', '{{ x | replace: "&", "<" }}', '{{ x | json }}', '{{ x | url_decode }}', '{{ x | split: "" }}'];
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'script', '/', 'a', ' ', '%3C') }), fc.constantFrom(...ways), (x, way) => {
      try {
        assert.doesNotMatch(html(way, { x }), /[<>"']/);
      } catch (error) {
        if (!(error instanceof Faulty)) throw error; // `%` that decodes to nothing
      }
    }));
    assert.equal(html('{{ x | escape }}', { x: '<&>' }), '&lt;&amp;&gt;');
  });
});

describe('the language of a mail', () => {
  const texts = ['en', 'de', 'zh-Hans', 'pt-BR'].map((language) => ({ language }));
  const CASES: [string | null, string][] = [['de', 'de'], ['de-AT', 'de'], ['zh-Hans-CN', 'zh-Hans'], ['zh', 'zh-Hans'], ['pt-PT', 'pt-BR'], ['fr', 'en'], [null, 'en']];
  for (const [wanted, language] of CASES) it(`of ${wanted ?? 'nobody knows what'} is ${language}`, () => assert.equal(wordingFor(wanted, texts, 'en')?.language, language));
  it('is none when there is no fallback', () => assert.equal(wordingFor('fr', texts, 'cs'), null));
});
