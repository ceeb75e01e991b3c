/**
 * Bytes appended piece by piece. A list of slices would do the same, but millions of tiny slices cost
 * a hundred times their bytes, and an archive's author decides how short its lines are.
 */
const FIRST_CAPACITY = 16 * 1024;

export class GrowingBuffer {
  private bytes: Buffer = Buffer.alloc(0);
  private length = 0;

  append(piece: Buffer): void {
    const needed = this.length + piece.length;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(FIRST_CAPACITY, needed, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    piece.copy(this.bytes, this.length);
    this.length = needed;
  }

  clear(): void {
    this.bytes = Buffer.alloc(0);
    this.length = 0;
  }

  /** The first `length` bytes, without the spare room. */
  toBuffer(length: number): Buffer {
    return Buffer.from(this.bytes.subarray(0, Math.min(length, this.length)));
  }
}
