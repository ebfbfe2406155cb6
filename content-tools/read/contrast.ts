/** How far two colours are apart, 1 to 21 (WCAG 2.2, relative luminance); null where one is no plain colour. */
export function contrast(one: string, other: string): number | null {
  const [a, b] = [luminance(one), luminance(other)];
  if (a === null || b === null) return null;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const named: Record<string, string> = { white: '#ffffff', black: '#000000' };

function luminance(colour: string): number | null {
  const written = named[colour.toLowerCase()] ?? colour.toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/u.exec(written);
  const hex = short
    ? `#${short
        .slice(1)
        .map((sign) => sign + sign)
        .join('')}`
    : written;
  if (!/^#[0-9a-f]{6}$/u.test(hex)) return null;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
