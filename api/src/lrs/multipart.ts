/** One part of a multipart body. Its bytes must be read before the next part is asked for; what is left is passed over. */
export interface Part {
  /** Names in lower case. */
  headers: Map<string, string>;
  bytes: AsyncIterable<Buffer>;
}

/** The body does not follow RFC 2046. */
export class BrokenMultipart extends Error {}

const lineEnd = Buffer.from('\r\n');
const headersEnd = Buffer.from('\r\n\r\n');
const longestHeaders = 16 * 1024;

/** The boundary in a Content-Type header; null when there is none. */
export function boundaryIn(contentType: string): string | null {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** Reads a multipart body little by little (RFC 2046): no part is ever in memory as a whole. */
export class Multipart {
  private readonly delimiter: Buffer;
  /** Read and not yet given out. It begins with a line end, so that the first delimiter looks like the others. */
  private held: Buffer = lineEnd;
  /** In the bytes of a part, or before the first one. */
  private isInside = true;

  constructor(
    private readonly source: AsyncIterator<Buffer>,
    boundary: string,
  ) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  async *parts(): AsyncGenerator<Part> {
    await this.passOver();
    while (!(await this.isLast())) {
      yield { headers: await this.headers(), bytes: this.bytes() };
      await this.passOver();
    }
  }

  private async *bytes(): AsyncGenerator<Buffer> {
    for (let piece = await this.piece(); piece !== null; piece = await this.piece()) {
      if (piece.length > 0) yield piece;
    }
  }

  private async passOver(): Promise<void> {
    while ((await this.piece()) !== null);
  }

  /** Some bytes of the part, null at its end: then the delimiter has been taken away. */
  private async piece(): Promise<Buffer | null> {
    if (!this.isInside) return null;
    const at = this.held.indexOf(this.delimiter);
    if (at >= 0) {
      const rest = this.held.subarray(0, at);
      this.held = this.held.subarray(at + this.delimiter.length);
      this.isInside = false;
      return rest;
    }
    // The end of what is here may be the beginning of a delimiter.
    const sure = Math.max(0, this.held.length - this.delimiter.length + 1);
    const piece = this.held.subarray(0, sure);
    this.held = this.held.subarray(sure);
    await this.more('a boundary is missing');
    return piece;
  }

  /** After a delimiter: `--` ends the body, a line end begins the next part. */
  private async isLast(): Promise<boolean> {
    while (this.held.length < 2) await this.more('it ends after a boundary');
    if (this.held.subarray(0, 2).toString() === '--') return true;
    let end = this.held.indexOf(lineEnd);
    for (; end < 0 && this.held.length < longestHeaders; end = this.held.indexOf(lineEnd))
      await this.more('a boundary does not end its line');
    if (end < 0 || this.held.subarray(0, end).toString().trim() !== '')
      throw new BrokenMultipart('a boundary must stand alone on its line');
    this.held = this.held.subarray(end);
    return false;
  }

  private async headers(): Promise<Map<string, string>> {
    let end = this.held.indexOf(headersEnd);
    for (; end < 0; end = this.held.indexOf(headersEnd)) {
      if (this.held.length > longestHeaders) throw new BrokenMultipart('the headers of a part are too long');
      await this.more('the headers of a part have no end');
    }
    const lines = this.held.subarray(0, end).toString().split('\r\n').filter(Boolean);
    this.held = this.held.subarray(end + lineEnd.length);
    this.isInside = true;
    // Of an empty part the delimiter may begin with the line end that ends the headers.
    while (this.held.length < this.delimiter.length) await this.more('a boundary is missing');
    if (!this.held.subarray(0, this.delimiter.length).equals(this.delimiter)) this.held = this.held.subarray(2);
    return new Map(lines.map(headerIn));
  }

  private async more(otherwise: string): Promise<void> {
    const next = await this.source.next();
    if (next.done) throw new BrokenMultipart(otherwise);
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
  }
}

function headerIn(line: string): [string, string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw new BrokenMultipart('a header of a part has no name');
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}
