/**
 * What a plan takes for granted of whoever asks: permissions, hidden fields, the level of reach. They are
 * noted while the plan is made, so it serves everybody of whom the same is true, and nobody else.
 */
import { may, type Actor, type ReachLevel } from '../../kernel/actor.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';

type Fact = (asker: Actor) => boolean;

export class Facts {
  readonly #asker: Actor;
  readonly #facts: Fact[] = [];
  readonly #noted = new Map<string, boolean>();

  constructor(asker: Actor) {
    this.#asker = asker;
  }

  may(permission: string | null): boolean {
    if (permission === null) return true;
    return this.#note(permission, (asker) => may(asker, permission));
  }

  hides(model: ModelSpec, field: FieldSpec): boolean {
    if (!field.hideable) return false;
    const name = `${model.name}.${field.name}`;
    return this.#note(name, ({ hidden }) => hidden.has(name));
  }

  get reach(): ReachLevel {
    const { reach } = this.#asker;
    this.#note('reach', (asker) => asker.reach === reach);
    return reach;
  }

  /** Whether all that was noted is true of another asker. */
  hold(asker: Actor): boolean {
    return this.#facts.every((fact) => fact(asker));
  }

  #note(name: string, is: Fact): boolean {
    const known = this.#noted.get(name);
    if (known !== undefined) return known;
    const now = is(this.#asker);
    this.#noted.set(name, now);
    this.#facts.push((asker) => is(asker) === now);
    return now;
  }
}
