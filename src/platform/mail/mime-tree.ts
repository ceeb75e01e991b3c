/**
 * The MIME tree of a mail as postal-mime reads it. Its public result decodes every text by the charset
 * the mail declares and no longer has the bytes, so a false charset could not be mended. The parser is
 * therefore stopped when its tree is complete, and the parts, with their bytes, are read from there.
 */
import PostalMime from 'postal-mime';

export interface MimePart {
  contentType: { parsed: StructuredValue; multipart: string | false };
  contentDisposition: { parsed: StructuredValue };
  contentTransferEncoding: { encoding: string };
  contentId?: string;
  /** Decoded bytes. */
  content: ArrayBuffer | null;
  childNodes: MimePart[];
  /** Decodes by the `charset` parameter; undoes format=flowed. */
  getTextContent(): string;
}

interface StructuredValue {
  value: string;
  params: Record<string, string>;
}

const LIMITS = { maxNestingDepth: 100, maxHeadersSize: 4 * 1024 * 1024 };

class MimeTreeParser extends PostalMime {
  declare root: MimePart;

  /** What postal-mime does after the tree is complete: sorting into text and attachments. Ours differs. */
  protected async collectNode(): Promise<void> {}
}

/** Rejects what is nested too deeply. */
export async function parseMimeTree(raw: Buffer): Promise<MimePart> {
  const parser = new MimeTreeParser(LIMITS);
  await parser.parse(raw);
  return parser.root;
}
