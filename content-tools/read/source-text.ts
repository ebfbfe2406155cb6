/** Why a file's text is not read at all. */
export type TextFault = 'too-large' | 'not-utf8' | 'too-heavy';

export const largestText = 1024 * 1024;

/** The text with `\n` line ends and without a byte order mark, or why there is none. */
export function sourceText(bytes: Buffer): { text: string } | { fault: TextFault } {
  if (bytes.length > largestText) return { fault: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark is good UTF-8 with a NUL in every second place.
    return text.includes('\0') ? { fault: 'not-utf8' } : { text: text.replace(/\r\n?/gu, '\n') };
  } catch {
    return { fault: 'not-utf8' };
  }
}
