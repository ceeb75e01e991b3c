/**
 * The contact points of one customer taken together, because the rules are about all of them: none twice, a bounded
 * number, and one primary of each kind. Who changes them holds the customer locked.
 */
import { Refusal } from '../../kernel/refusal.ts';
import type { ContactPoint } from './contact-point.ts';

const MOST = 50;

export class AddressBook {
  private points: readonly ContactPoint[];

  constructor(points: readonly ContactPoint[] = []) {
    this.points = points;
  }

  /** The address entered first: what a customer without a name is known by. */
  get first(): string {
    return this.points[0]?.value ?? '';
  }

  add(point: ContactPoint): ContactPoint {
    if (this.points.length >= MOST) throw new Refusal('TOO_MANY_CONTACT_POINTS', `A customer has at most ${MOST} contact points. Remove one that is no longer used.`);
    this.points = [...this.points, point];
    this.refuseTwice(point);
    if (this.ofKind(point).length === 1) point.primary = true;
    return point;
  }

  rewrite(point: ContactPoint, raw: string, country: string | null): void {
    point.rewrite(raw, country);
    this.refuseTwice(point);
  }

  makePrimary(point: ContactPoint): void {
    for (const other of this.ofKind(point)) other.primary = other === point;
  }

  /** The place of a primary one goes to the next of its kind. */
  remove(point: ContactPoint): void {
    this.points = this.points.filter((other) => other !== point);
    const [next] = this.ofKind(point);
    if (point.primary && next) this.makePrimary(next);
  }

  private refuseTwice(point: ContactPoint): void {
    if (this.ofKind(point).some((other) => other !== point && other.key === point.key)) {
      throw new Refusal('CONTACT_POINT_TAKEN', `This customer has ${point.value} already.`, { field: ['value'] });
    }
  }

  private ofKind({ kind }: ContactPoint): readonly ContactPoint[] {
    return this.points.filter((point) => point.kind === kind);
  }
}
