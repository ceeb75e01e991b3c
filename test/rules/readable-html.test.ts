/** HTML of mails keeps its meaning and can do no harm; its text reads well. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { htmlToText, sanitiseHtml, textToHtml } from '../../src/kernel/values/readable-html.ts';

describe('sanitised', () => {
  for (const [what, html, safe] of [
    ['structure stays', '<h1>A</h1><ul><li><b>b</b></li></ul><table><tr><td colspan="2">c</td></tr></table>', '<h1>A</h1><ul><li><b>b</b></li></ul><table><tr><td colspan="2">c</td></tr></table>'],
    ['scripts and styles go', '<style>p{}</style><script>alert(1)</script><p style="position:fixed" class="x" onclick="y">t</p>', '<p>t</p>'],
    ['remote pictures leave their text', '<img src="https://spy.example/p.gif" alt="Logo">', '<span>Logo</span>'],
    ['own pictures stay', '<img src="cid:a@b" onerror="x">', '<img src="cid:a@b" />'],
    ['links are kept apart', '<a href="https://x.example/">x</a>', '<a href="https://x.example/" rel="noopener noreferrer nofollow">x</a>'],
    ['dangerous links lose their target', '<a href="java\nscript:alert(1)">x</a>', '<a rel="noopener noreferrer nofollow">x</a>'],
    ['forms and frames go', '<form action="/x"><input value="y"><iframe src="//z"></iframe>t</form>', 't'],
    ['what is not closed is closed', '<div><b>t', '<div><b>t</b></div>'],
  ] as const) {
    test(what, () => assert.equal(sanitiseHtml(html), safe));
  }

  test('whatever comes in, nothing that runs or loads comes out', () => {
    const piece = fc.oneof(fc.constantFrom('<', '>', '"', "'", '=', ' ', '/', '<script', 'onload', 'javascript:', '<svg', '<style', 'src', '<img ', 'http://', 'data:', '<!--', '&#x3c;'), fc.string({ maxLength: 5 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const safe = sanitiseHtml(pieces.join(''));
      assert.doesNotMatch(safe, /<(?:script|style|svg|iframe|object|form)|<[^>]* (?:on\w+|style)=|src="(?!cid:)|href="(?:javascript|data):/i);
    }), { numRuns: 500 });
  });
});

test('nesting without end costs no more than a moment', { timeout: 10_000 }, () => {
  assert.equal(sanitiseHtml(`<p>start</p>${'<div>'.repeat(400_000)}end`).startsWith('<p>start</p><div>'), true);
  assert.equal(sanitiseHtml(`${'line<br>'.repeat(50_000)}end`).endsWith('end'), true);
});

describe('as text', () => {
  for (const [what, html, text] of [
    ['paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['lines', 'one<br>two<div>three</div>four', 'one\ntwo\nthree\nfour'],
    ['white space', '  <p> a \n  b&nbsp; c </p> ', 'a b c'],
    ['lists', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['links', '<a href="https://x.example/a">here</a>, <a href="https://x.example">x.example</a>', 'here (https://x.example/a), x.example'],
    ['entities', '&lt;b&gt; &amp;amp; &quot;&oacute;&#322;', '<b> &amp; "ół'],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
  ] as const) {
    test(what, () => assert.equal(htmlToText(sanitiseHtml(html)), text));
  }

  test('many links in one line', { timeout: 10_000 }, () => {
    assert.equal(htmlToText('<a href="https://x.example/">a</a> '.repeat(20_000)).length, 20_000 * 'a (https://x.example/) '.length - 1);
  });

  test('and back: text made HTML reads the same', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z<>&"']{1,20}$/)), (lines) => {
      assert.equal(htmlToText(textToHtml(lines.join('\n'))), lines.join('\n'));
    }));
  });
});
