import { contrast } from './contrast.js';

/** One piece of text in a drawing, as it looks on a narrow phone. */
export interface SvgText {
  words: string;
  /** Where its tag begins in the file. */
  at: number;
  /** In pixels where the drawing is 320 pixels wide. */
  size: number;
  /** Between the text and what lies behind it, 1 to 21; null where that cannot be told. */
  contrast: number | null;
}

interface Scope {
  name: string;
  fill: string;
  size: number;
  scale: number;
  isMoved: boolean;
}

interface Shape {
  covers(x: number, y: number): boolean;
  fill: string;
}

/** Every text of a drawing that `svgDanger` has let through. Reads the shapes we draw with; of others it says nothing. */
export function svgTexts(svg: string): SvgText[] {
  const width = Number(/viewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)/u.exec(svg.slice(0, 5_000))?.[1] ?? NaN);
  const scopes: Scope[] = [{ name: '', fill: '#000000', size: 16, scale: 1, isMoved: false }];
  // Null: something with a shape that is not known here.
  const behind: (Shape | null)[] = [];
  const texts: SvgText[] = [];
  for (const tag of svg.matchAll(/<(\/?)([a-z]+)([^<>]*?)(\/?)>/giu)) {
    const [, closing, name = '', written = '', closed] = tag;
    const outer = scopes.at(-1);
    if (!outer) break;
    if (closing) {
      if (scopes.length > 1) scopes.pop();
      continue;
    }
    const scope = scopeOf(name, written, outer);
    if (!closed) scopes.push(scope);
    if (name === 'text') texts.push(textAt(svg, tag.index, tag[0], scope, written, behind, width));
    else if (scope.fill !== 'none' && isDrawn(name))
      behind.push(scope.isMoved ? null : shapeOf(name, written, scope.fill));
  }
  return texts;
}

function textAt(
  svg: string,
  index: number,
  tag: string,
  scope: Scope,
  written: string,
  behind: readonly (Shape | null)[],
  width: number,
): SvgText {
  const from = index + tag.length;
  const end = svg.indexOf('</text>', from);
  const words = svg
    .slice(from, Math.min(end < 0 ? from : end, from + 500))
    .replaceAll(/<[^>]*>/gu, '')
    .trim()
    .slice(0, 60);
  const anchor = attribute(written, 'text-anchor') ?? 'start';
  const aside = anchor === 'middle' ? 0 : anchor === 'end' ? -scope.size / 2 : scope.size / 2;
  const [x, y] = [number(written, 'x') + aside, number(written, 'y') - scope.size / 3];
  const last = behind.findLast((shape) => shape === null || shape.covers(x, y));
  const ground = last === null || scope.isMoved ? null : (last?.fill ?? '#ffffff');
  return {
    at: index,
    words,
    size: (scope.size * scope.scale * 320) / width,
    contrast: ground === null ? null : contrast(scope.fill, ground),
  };
}

function scopeOf(name: string, written: string, outer: Scope): Scope {
  const transform = attribute(written, 'transform');
  const scale = Number(/scale\(([\d.]+)/u.exec(transform ?? '')?.[1] ?? 1);
  // A style sheet may say anything: what it colours is not known here.
  const isStyled = attribute(written, 'style') !== null || attribute(written, 'class') !== null;
  return {
    name,
    fill: isStyled ? 'unknown' : (attribute(written, 'fill') ?? outer.fill),
    size: number(written, 'font-size', outer.size),
    scale: outer.scale * scale,
    isMoved: outer.isMoved || transform !== null,
  };
}

function isDrawn(name: string): boolean {
  return ['rect', 'circle', 'ellipse', 'path', 'polygon', 'polyline', 'image', 'use'].includes(name);
}

function shapeOf(name: string, written: string, fill: string): Shape | null {
  const at = (field: string) => number(written, field);
  if (name === 'rect') {
    const [left, top, right, bottom] = [at('x'), at('y'), at('x') + at('width'), at('y') + at('height')];
    return { fill, covers: (x, y) => x >= left && x <= right && y >= top && y <= bottom };
  }
  if (name === 'circle' || name === 'ellipse') {
    const [rx, ry] = name === 'circle' ? [at('r'), at('r')] : [at('rx'), at('ry')];
    return { fill, covers: (x, y) => ((x - at('cx')) / rx) ** 2 + ((y - at('cy')) / ry) ** 2 <= 1 };
  }
  return null;
}

function attribute(written: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(written)?.[1] ?? null;
}

function number(written: string, name: string, otherwise = 0): number {
  const value = Number.parseFloat(attribute(written, name) ?? '');
  return Number.isFinite(value) ? value : otherwise;
}
