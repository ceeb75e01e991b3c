/**
 * A page that anybody sees who holds its link, such as the one that takes them off a list: about one record, signed, in
 * the language of who it is for. A module says what stands on it; the platform makes the page, and knows the link.
 * Opening it changes nothing, since programs open links, too; what its button does, mail programs ask for by themselves.
 */
import type { Work } from './work.ts';

export interface PublicPage {
  /** As it stands in the address. */
  readonly name: string;
  /** Null: there is no such record any more. */
  show(id: string, work: Pick<Work, 'step'>): Promise<PageContent | null>;
  /** Done again it changes nothing more. */
  act(id: string, work: Pick<Work, 'step'>): Promise<PageContent | null>;
}

export interface PageContent {
  /** A language tag of BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What the button says that calls `act`. Null: there is none. */
  readonly button: string | null;
}
