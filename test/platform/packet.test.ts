/** Frames that are written once for many sockets: each gets its own id, and what a socket still holds is never written over. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { Packet, Packets, payloadOf, startOf } from '../../src/platform/live/packet.ts';
import type { Told } from '../../src/platform/live/walk.ts';

/** The texts of whole, unmasked frames, as RFC 6455 lays them out. */
function readBy(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    assert.equal(bytes[at], 0x81, 'a whole text');
    const short = bytes[at + 1]!;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    assert.ok(short < 126 || length > (short === 126 ? 125 : 65_535), 'the shortest head');
    texts.push(bytes.toString('utf8', start, start + length));
    at = start + length;
  }
  return texts;
}
const told = (...texts: string[]): Told<Buffer>[] => texts.map((text, seq) => ({ seq, mark: false, message: payloadOf({ data: text }) }));
const said = (id: string, text: string): string => JSON.stringify({ id, type: 'next', payload: { data: text } });

/** Around the lengths at which a frame's head changes. */
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 10, max: 70 }).map((n) => 'x'.repeat(n)), fc.constantFrom(65_450, 65_480, 65_500).map((n) => 'y'.repeat(n)));
const ids = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 });

it('every subscription reads its own messages, whatever ids and texts there are', () => {
  fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), ids, (texts, names) => {
    const [all, packets] = [told(...texts), new Packets()];
    for (const id of names) {
      const name = JSON.stringify(id);
      const read: string[] = [];
      for (let next = 0; next < all.length;) {
        const packet = packets.of(all, next, Buffer.byteLength(name));
        read.push(...readBy(Buffer.from(packet.of(name))));
        next = packet.end;
      }
      assert.deepEqual(read, texts.map((one) => said(id, one)));
    }
  }), { numRuns: 200 });
});

it('a message that is shared with other sockets follows its own beginning', () => {
  fc.assert(fc.property(text, fc.string({ unit: 'grapheme', minLength: 1 }), (one, id) => {
    const { message } = told(one)[0]!;
    assert.deepEqual(readBy(Buffer.concat([startOf(JSON.stringify(id), message.length), message])), [said(id, one)]);
  }), { numRuns: 200 });
});

it('bytes that a socket keeps are not those of the next', () => {
  const packet = new Packet(told('first', 'second'), 0, 3);
  const held = packet.of('"a"');
  packet.kept();
  assert.deepEqual(readBy(Buffer.from(packet.of('"b"'))), [said('b', 'first'), said('b', 'second')]);
  assert.deepEqual(readBy(held), [said('a', 'first'), said('a', 'second')]);
});

it('what is told later is not mistaken for what was told before', () => {
  const packets = new Packets();
  const [before, later] = [told('before'), told('later!')];
  for (const [list, expected] of [[before, 'before'], [later, 'later!'], [before, 'before']] as const) {
    assert.deepEqual(readBy(Buffer.from(packets.of(list, 0, 3).of('"a"'))), [said('a', expected)]);
  }
});
