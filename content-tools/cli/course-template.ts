/** A new guide in a folder of this name. */
export function courseTemplate(slug: string): Map<string, string> {
  const words = slug.replaceAll('-', ' ');
  return guideTemplate({ title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, publisher: 'Navnet på kommunen' });
}

/** A new guide: short, complete, and without a single complaint from `kurs check`. */
export function guideTemplate(called: { title: string; publisher: string }): Map<string, string> {
  return new Map([
    ['guide.md', guide(called)],
    ['media/tre-steg.svg', drawing],
  ]);
}

const guide = ({ title, publisher }: { title: string; publisher: string }) => `---
title: ${JSON.stringify(title)}
summary: Skriv her hva den som tar guiden, lærer.
language: nb
minutes: 3
licence: CC-BY-4.0
publisher: ${JSON.stringify(publisher)}
topics: [nytt]
---

Skriv noen linjer om hvorfor dette er viktig på jobben.

# Det du må vite {#vite}

Skriv det viktigste først. Bruk korte setninger og ord som alle kjenner.

![Tre ruter etter hverandre: se, si fra, rydd opp.](media/tre-steg.svg "Tre steg")

> [!HUSK]
> Her kan du løfte fram det som ikke må glemmes.

# Prøv deg {#prov}

Her møter du en situasjon fra hverdagen.

## Spørsmål: Gulvet i gangen er vått. Hva gjør du? {#vatt-gulv}

Du har det travelt, og ingen andre er i nærheten.

- [ ] Går forsiktig forbi og regner med at det tørker.
  > Da kan den neste skli. Det tar ett minutt å hindre det.
- [x] Tørker opp, og sier fra hvis det kommer igjen.
  > Riktig. Faren er borte, og noen kan finne årsaken.
- [ ] Melder det på slutten av dagen, når du har tid.
  > Det er bra å melde fra, men gulvet er glatt nå.

> Se, si fra og rydd opp: i den rekkefølgen som gjør det trygt først.
`;

const box = (x: number, word: string) =>
  `  <rect x="${x}" y="20" width="160" height="80" rx="8" fill="#e8f1f8" stroke="#00315d" stroke-width="2"/>\n` +
  `  <text x="${x + 80}" y="66" font-family="sans-serif" font-size="20" text-anchor="middle" fill="#00315d">${word}</text>\n`;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 120" role="img">
  <title>Tre steg</title>
${box(10, 'Se')}${box(200, 'Si fra')}${box(390, 'Rydd opp')}</svg>
`;
