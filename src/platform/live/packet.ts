/**
 * Messages of streams as they go over the wire. What a group is told is the same for every socket but for the
 * id of the subscription, so frames are written once, with room for an id of some length in each, and for each
 * socket only the ids are put in. A socket that did not take all at once keeps the bytes; the next gets others.
 */
import type { Told } from './walk.ts';

/** Messages at hand go out together, about so many bytes at a time. */
const TOGETHER = 16_384;
/** From this size on a message's bytes are kept once, however many sockets they wait at. */
export const SHARED = 16_384;

const START = Buffer.from('{"id":');
const MIDDLE = Buffer.from(',"type":"next","payload":');
/** The head of a frame is at most so long; RFC 6455, 5.2. */
const LONGEST_HEAD = 10;
const WHOLE_TEXT = 0x81;

/** What stands in a `next` message after the id of its subscription. */
export const payloadOf = (message: object): Buffer => Buffer.from(`${JSON.stringify(message)}}`);

/** A frame's beginning, up to the payload of a message of so many bytes. `name`: the id as JSON. */
export function startOf(name: string, payload: number): Buffer {
  const length = Buffer.byteLength(name);
  const start = Buffer.allocUnsafe(LONGEST_HEAD + START.length + length + MIDDLE.length);
  const place = writeStart(start, 0, length, payload);
  start.write(name, place);
  return start.subarray(0, place + length + MIDDLE.length);
}

/** Answers where the id is to stand. */
function writeStart(bytes: Buffer, at: number, id: number, payload: number): number {
  const length = START.length + id + MIDDLE.length + payload;
  let next = bytes.writeUInt8(WHOLE_TEXT, at);
  if (length < 126) next = bytes.writeUInt8(length, next);
  else if (length < 65_536) next = bytes.writeUInt16BE(length, bytes.writeUInt8(126, next));
  else next = bytes.writeBigUInt64BE(BigInt(length), bytes.writeUInt8(127, next));
  next += START.copy(bytes, next);
  MIDDLE.copy(bytes, next + id);
  return next;
}

export class Packet {
  /** The first message that is not in it. */
  readonly end: number;
  readonly #places: number[] = [];
  #bytes: Buffer;

  /** Of messages from this one on, as many as go together; at least one. */
  constructor(told: readonly Told<Buffer>[], from: number, readonly id: number) {
    let [end, size] = [from, 0];
    for (; end < told.length && (end === from || size < TOGETHER); end += 1) {
      const { message } = told[end] as Told<Buffer>;
      if (end > from && message.length >= SHARED) break;
      size += LONGEST_HEAD + START.length + id + MIDDLE.length + message.length;
    }
    const bytes = Buffer.allocUnsafeSlow(size);
    let next = 0;
    for (let n = from; n < end; n += 1) {
      const { message } = told[n] as Told<Buffer>;
      const place = writeStart(bytes, next, id, message.length);
      this.#places.push(place);
      next = place + id + MIDDLE.length;
      next += message.copy(bytes, next);
    }
    this.end = end;
    this.#bytes = bytes.subarray(0, next);
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** For one subscription; good until the next is asked for, or the bytes are `kept`. */
  of(name: string): Buffer {
    for (const place of this.#places) this.#bytes.write(name, place);
    return this.#bytes;
  }

  /** Somebody still needs the bytes. */
  kept(): void {
    this.#bytes = Buffer.from(this.#bytes);
  }
}

/** The packets of what is being told just now; a group's members come by one after the other. */
export class Packets {
  #told: readonly Told<Buffer>[] = [];
  readonly #made = new Map<string, Packet>();

  of(told: readonly Told<Buffer>[], from: number, id: number): Packet {
    if (told !== this.#told) {
      this.#made.clear();
      this.#told = told;
    }
    const key = `${from} ${id}`;
    let packet = this.#made.get(key);
    if (!packet) this.#made.set(key, packet = new Packet(told, from, id));
    return packet;
  }
}
