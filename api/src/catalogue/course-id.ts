import { keyedId } from '../database/keyed-id.js';

/** The same folder name in the same municipality is the same course. */
export const courseId = (municipality: string, slug: string) => keyedId(municipality, 'course', slug);
