/**
 * Two organisations full of what is hard to write, and two nodes on their database: one reads as it is served, the other
 * plainly. Time stands still for both, so that links which end after a while are the same.
 */
import fc from 'fast-check';
import { startTestApp, type TestApp } from '../support/app.ts';
import { fill, type World } from '../support/world.ts';
import type { Sources } from './arguments.ts';
import { answerOf, difference, type HeldAnswer } from './answers.ts';
import { askersOf, type Asker } from './askers.ts';
import { choices, type Choices } from './choices.ts';
import { corpusOf, type Corpus } from './corpus.ts';
import { documentFrom, type Case } from './document.ts';
import { dealtOut, moreRows } from './more-rows.ts';
import { smallest } from './smallest.ts';

export interface Compared {
  readonly asked: Case;
  readonly asker: Asker;
  readonly plain: HeldAnswer;
  /** What differs, with all that is needed to see it again; null when nothing does. */
  readonly wrong: string | null;
}

export class TwoNodes {
  private constructor(
    readonly app: TestApp, readonly plainUrl: string, readonly worlds: readonly [World, World], readonly askers: readonly Asker[], readonly corpora: readonly [Corpus, Corpus],
  ) {}

  static async start({ seed, people }: { seed: number; people: number }): Promise<TwoNodes> {
    let stopped: Date | null = null;
    const app = await startTestApp({ now: () => stopped ?? new Date(), baseUrl: 'https://rapport.example', limits: { requestPoints: 20_000, bucketPoints: 1e12 } });
    try {
      const worlds: [World, World] = await Promise.all([fill(app), fill(app)]);
      await Promise.all(worlds.map((world) => moreRows(app, world)));
      const askers = await askersOf(app, worlds, seed, people);
      await dealtOut(app, worlds[0], askers.flatMap(({ user }) => user ?? []));
      const corpora: [Corpus, Corpus] = await Promise.all([corpusOf(app, worlds[0], true), corpusOf(app, worlds[1], false)]);
      const { url } = await app.node({ planned: false });
      stopped = new Date();
      return new TwoNodes(app, url, worlds, askers, corpora);
    } catch (error) {
      await app.stop();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  sourcesOf({ of }: Asker): Sources {
    const [a, b] = this.corpora;
    return { own: of === 0 ? a : b, foreign: of === 0 ? b : a, models: this.app.app.host.models };
  }

  /** An administrator asks half of the time: others are denied much. */
  askersOf({ asker }: Pick<Choices, 'asker'>): readonly [Asker, Asker] {
    const [administrator] = this.askers;
    const drawn = Math.floor(asker / 2);
    const one = asker % 2 === 0 ? administrator : this.askers[drawn % this.askers.length];
    const other = this.askers[Math.floor(drawn / this.askers.length) % this.askers.length];
    if (!one || !other) throw new Error('nobody asks');
    return [one, other];
  }

  /** Asked anew, by others and with other variables: what was kept of the document serves them too. */
  async compare(choices: Choices): Promise<Compared> {
    const [asker, other] = this.askersOf(choices);
    const asked = documentFrom(this.app.app.schema, this.sourcesOf(asker), choices);
    const otherwise = { ...asked, variables: asked.otherVariables };
    const accept = choices.asker % 5 === 0 ? 'application/json' : 'application/graphql-response+json';
    const first = await this.compareCase(asked, asker, accept);
    for (const [how, by] of [[otherwise, other], [otherwise, asker], [asked, other]] as const) {
      if (first.wrong !== null) return first;
      const { wrong } = await this.compareCase(how, by, accept);
      if (wrong !== null) return { ...first, wrong: `asked before by ${asker.name} with variables ${JSON.stringify(asked.variables)}, and now ${wrong}` };
    }
    return first;
  }

  async compareCase(asked: Case, asker: Asker, accept = 'application/graphql-response+json'): Promise<Compared> {
    const [planned, plain] = await Promise.all([this.app.url, this.plainUrl].map((url) => answerOf(url, asker.credential, asked, accept))) as [HeldAnswer, HeldAnswer];
    const found = difference(plain, planned);
    const wrong = found === null ? null : [
      `asked by ${asker.name}:`, asked.document, `variables ${JSON.stringify(asked.variables)}`, ...(asked.operationName ? [`operationName ${asked.operationName}`] : []), found, ...this.#faults(found),
    ].join('\n');
    return { asked, asker, plain, wrong };
  }

  /** What a node logged of its own fault last. */
  #faults(told: string): string[] {
    return told.includes('"INTERNAL"') ? this.app.logged().split('\n').filter((line) => line.includes('by our fault')).slice(-1) : [];
  }
}

export interface Run {
  readonly seed: number;
  readonly cases: number;
  readonly seen: (compared: Compared) => void;
  /** How long to look for a small case like the first that differs. */
  readonly shrinkMs: number;
}

/** Runs cases until one differs, and tells the smallest like it that was found; null when none does. */
export async function firstDifference(nodes: TwoNodes, { seed, cases, seen, shrinkMs }: Run): Promise<string | null> {
  let first = '';
  const property = fc.asyncProperty(choices, async (one) => {
    const compared = await nodes.compare(one);
    seen(compared);
    first = compared.wrong ?? '';
    return compared.wrong === null;
  });
  const { counterexample } = await fc.check(property, { seed, numRuns: cases, endOnFailure: true });
  if (!counterexample) return null;
  // Told as it was when it failed: what a node keeps of a document may be other the next time.
  let told = '';
  await smallest(counterexample[0], async (one) => {
    const { wrong } = await nodes.compare(one);
    told = wrong ?? told;
    return wrong !== null;
  }, shrinkMs);
  return `seed ${seed}, ${told || first}`;
}
