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
  readonly #facts = new Map<string, Fact>();

  constructor(asker: Actor) {
    this.#asker = asker;
  }

  may(permission: string | null): boolean {
    if (permission === null) return true;
    return this.#noted(permission, (asker) => may(asker, permission));
  }

  hides(model: ModelSpec, field: FieldSpec): boolean {
    if (!field.hideable) return false;
    const name = `${model.name}.${field.name}`;
    return this.#noted(name, ({ hidden }) => hidden.has(name));
  }

  get reach(): ReachLevel {
    const { reach } = this.#asker;
    this.#noted('reach', (asker) => asker.reach === reach);
    return reach;
  }

  /** Whether all that was noted is true of another asker. */
  hold(asker: Actor): boolean {
    return [...this.#facts.values()].every((fact) => fact(asker));
  }

  #noted(name: string, is: Fact): boolean {
    const now = is(this.#asker);
    this.#facts.set(name, (asker) => is(asker) === now);
    return now;
  }
}
