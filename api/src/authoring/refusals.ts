import type { ProblemDetails } from '@kursdugnad/core/contract/problem.js';
import { Problem } from '../http/problem.js';

/** Somebody changed the text first: it comes along, so that both can be kept. */
export function changedMeanwhile(current: NonNullable<ProblemDetails['current']>): Problem {
  const { by } = current;
  return new Problem(
    'conflict',
    {
      nb: `${by} har endret teksten samtidig. Det du skrev, er ikke lagret over det nye.`,
      nn: `${by} har endra teksten samtidig. Det du skreiv, er ikkje lagra over det nye.`,
      en: `${by} has changed the text meanwhile. What you wrote has not been saved over it.`,
    },
    undefined,
    current,
  );
}

export function changedSinceSeen(by: string): Problem {
  return new Problem('conflict', {
    nb: `${by} har endret guiden etter at du åpnet denne siden. Se på den på nytt før du publiserer.`,
    nn: `${by} har endra guiden etter at du opna denne sida. Sjå på han på nytt før du publiserer.`,
    en: `${by} has changed the guide since you opened this page. Look at it again before you publish.`,
  });
}

export function nameTaken(slug: string): Problem {
  const said = {
    nb: `Adressen «${slug}» er i bruk av en annen guide. Velg en annen.`,
    nn: `Adressa «${slug}» er i bruk av ein annan guide. Vel ei anna.`,
    en: `The address “${slug}” is used by another guide. Choose another one.`,
  };
  return new Problem('conflict', said, [{ at: 'slug', message: said.nb }]);
}

export function nameUnusable(suggested: string): Problem {
  const said = {
    nb: `Adressen kan bare ha små bokstaver a–z, tall og bindestrek, for eksempel «${suggested}».`,
    nn: `Adressa kan berre ha små bokstavar a–z, tal og bindestrek, til dømes «${suggested}».`,
    en: `The address can only have lower-case letters a–z, digits and hyphens, such as “${suggested}”.`,
  };
  return new Problem('unprocessable', said, [{ at: 'slug', message: said.nb }]);
}

export function alreadyPublished(): Problem {
  return new Problem('conflict', {
    nb: 'Guiden er publisert, og da kan ikke adressen endres. Navnet på guiden kan du endre når du vil.',
    nn: 'Guiden er publisert, og då kan ikkje adressa endrast. Namnet på guiden kan du endre når du vil.',
    en: 'The guide is published, so its address cannot change. Its title can change whenever you like.',
  });
}

export function notAFolder(why: string): Problem {
  return new Problem(
    'unprocessable',
    {
      nb: `Zip-fila kan ikke tas imot. ${why} Ingenting er endret.`,
      nn: 'Zip-fila kan ikkje takast imot. Ingenting er endra.',
      en: 'The zip cannot be accepted. Nothing has changed.',
    },
    [{ at: 'zip', message: why }],
  );
}

export function mediaRefused(why: string, kind: 'unsupported-media' | 'too-large' | 'unprocessable'): Problem {
  const nb = `Fila er ikke lagt inn: ${why}`;
  return new Problem(kind, { nb, nn: nb, en: `The file has not been added: ${why}` }, [{ at: 'media', message: why }]);
}

export function draftTooLarge(): Problem {
  return new Problem('too-large', {
    nb: 'Guiden har blitt for stor: alle filene kan være 200 MB til sammen. Ta ut noe, eller del stoffet i flere guider.',
    nn: 'Guiden har vorte for stor: alle filene kan vere 200 MB til saman. Ta ut noko, eller del stoffet i fleire guidar.',
    en: 'The guide has become too large: all its files can be 200 MB together. Take something out, or make it several guides.',
  });
}

export function topUnreadable(): Problem {
  return new Problem('unprocessable', {
    nb: 'Opplysningene øverst i guiden kan ikke leses slik de er skrevet. Velg «Vis som tekst», og rett dem der.',
    nn: 'Opplysningane øvst i guiden kan ikkje lesast slik dei er skrivne. Vel «Vis som tekst», og rett dei der.',
    en: 'The front matter of the guide cannot be read as it is written. Choose “Show as text” and correct it there.',
  });
}
