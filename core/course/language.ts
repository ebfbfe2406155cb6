import { z } from 'zod';

/** Bokmål, nynorsk and English: the languages that guides are written in. */
export const languages = ['nb', 'nn', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
