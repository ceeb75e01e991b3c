/** What somebody gets: a wording filled with what is known of them. Its plain text is its own, or made from the HTML. */
import { Refusal } from '../../kernel/refusal.ts';
import { htmlToText, sanitiseHtml } from '../../kernel/values/readable-html.ts';
import { oneLine } from '../../kernel/values/text.ts';
import type { Customer } from '../customers/customer.ts';
import type { Organization } from '../identity/organization.ts';
import { compile, Faulty, fill, unknownNames, type Compiled, type Fault, type TemplateData } from './liquid.ts';
import type { Wording } from './mail-template-text.ts';

export interface RenderedMail {
  readonly language: string;
  readonly subject: string;
  readonly html: string | null;
  readonly text: string;
}

export interface Occasion {
  readonly campaign: { readonly name: string };
  readonly organization: Pick<Organization, 'name'>;
  readonly unsubscribeUrl: string;
}

export type Addressee = Pick<Customer, 'kind' | 'name' | 'greetingName' | 'givenName' | 'familyName' | 'organizationName' | 'language'>;

export function dataOf(customer: Addressee, { campaign, organization, unsubscribeUrl }: Occasion): TemplateData & { readonly unsubscribeUrl: string } {
  const { kind, name, greetingName, givenName, familyName, organizationName, language } = customer;
  return {
    customer: { kind, name, greetingName, givenName, familyName, organizationName, language },
    campaign: { name: campaign.name }, organization: { name: organization.name }, unsubscribeUrl,
  };
}

/** For whom there is no customer yet. */
export const SAMPLE: Addressee = {
  kind: 'PERSON', name: 'Anna Muster', greetingName: 'Anna', givenName: 'Anna', familyName: 'Muster', organizationName: null, language: 'en',
};

const LINK = 'https://unsubscribe.invalid/here';

type Part = 'subject' | 'html' | 'text';

export class MailRenderer {
  readonly language: string;
  readonly #parts: ReadonlyMap<Part, Compiled>;

  constructor(wording: Wording) {
    this.language = wording.language;
    const parts = (['subject', 'html', 'text'] as const).flatMap((part): [Part, Compiled][] => {
      const source = wording[part];
      return source === null ? [] : [[part, inPart(part, () => compile(source, part === 'html' ? 'HTML' : 'TEXT'))]];
    });
    this.#parts = new Map(parts);
  }

  render(data: TemplateData): RenderedMail {
    const of = (part: Part): string | null => {
      const compiled = this.#parts.get(part);
      return compiled ? inPart(part, () => fill(compiled, data)) : null;
    };
    const html = of('html');
    return { language: this.language, subject: oneLine(of('subject') ?? ''), html, text: of('text') ?? htmlToText(sanitiseHtml(html ?? '')) };
  }

  /** What is wrong with it whoever gets it. */
  faults(): PartFault[] {
    const data = dataOf(SAMPLE, { campaign: { name: 'Campaign' }, organization: { name: 'Organisation' }, unsubscribeUrl: LINK });
    const unknown = [...this.#parts].flatMap(([part, compiled]) => unknownNames(compiled, data).map((fault) => ({ part, fault })));
    if (unknown.length > 0) return unknown;
    return this.#missing(this.render(data), LINK);
  }

  /** As `render`, of a mail that is to leave. Throws `Faulty` too where it says nothing of what every mail must say: conditions of a template may leave that out for some. */
  renderToSend(data: TemplateData & { readonly unsubscribeUrl: string }): RenderedMail {
    const mail = this.render(data);
    const [missing] = this.#missing(mail, data.unsubscribeUrl);
    if (missing) throw new FaultyPart(missing.part, missing.fault);
    return mail;
  }

  #missing({ subject, html, text }: RenderedMail, link: string): PartFault[] {
    const without = (part: Part): PartFault => ({ part, fault: { line: null, reason: 'It does not put out `{{ unsubscribeUrl }}`: every mail of a campaign has a link by which its reader takes themselves off.' } });
    return [
      ...(subject === '' ? [{ part: 'subject' as const, fault: { line: null, reason: 'It is empty when it is filled.' } }] : []),
      ...(html !== null && !hasLink(html, link) ? [without('html')] : []),
      ...(this.#parts.has('text') && !text.includes(link) ? [without('text')] : []),
    ];
  }
}

/** For its readers: in comments and styles there is none. */
function hasLink(html: string, link: string): boolean {
  return sanitiseHtml(html).replaceAll('&amp;', '&').includes(link);
}

interface PartFault {
  readonly part: Part;
  readonly fault: Fault;
}

class FaultyPart extends Faulty {
  constructor(readonly part: Part, fault: Fault) {
    super(fault);
  }
}

function inPart<T>(part: Part, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Faulty ? new FaultyPart(part, error.fault) : error;
  }
}

/** Refuses, telling all that is wrong with its place. */
export function checkWording(wording: Wording): void {
  if (wording.html === null && wording.text === null) throw new Refusal('TEMPLATE_WITHOUT_TEXT', 'A template says something: give `html` or `text`.', { field: ['html'] });
  const faults = faultsOf(wording);
  if (faults.length === 0) return;
  throw Refusal.of(faults.slice(0, 20).map(({ part, fault: { line, reason } }) => ({
    code: 'TEMPLATE_FAULTY', message: line === null ? reason : `Line ${line}: ${reason}`, field: [part],
  })));
}

function faultsOf(wording: Wording): PartFault[] {
  try {
    return new MailRenderer(wording).faults();
  } catch (error) {
    if (error instanceof FaultyPart) return [error];
    throw error;
  }
}

/** The one whose language fits best: the same; the same without its region; the fallback. */
export function wordingFor<W extends { readonly language: string }>(language: string | null, wordings: readonly W[], fallback: string): W | null {
  const exactly = (tag: string): W | undefined => wordings.find((wording) => wording.language === tag);
  const tags = language === null ? [] : language.split('-').map((_, i, parts) => parts.slice(0, parts.length - i).join('-'));
  const related = tags.at(-1);
  return tags.map(exactly).find((found) => found !== undefined)
    ?? wordings.find((wording) => wording.language.split('-')[0] === related) ?? exactly(fallback) ?? null;
}
