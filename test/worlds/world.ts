import type { Page } from 'playwright-core';
import type { Sheet } from '../journeys/stage.js';
import type { Told } from './told.js';

/** A world that a guide can live in, with one learner in it. */
export interface World {
  /** Opens the guide, in a browser without any memory of it where the world allows that. */
  open(): Promise<Sheet>;
  /** Closes it as learners do, without asking anybody. */
  leave(): Promise<void>;
  /** What the world knows now. */
  told(): Promise<Told>;
  close(): Promise<void>;
}

/** Anything that goes wrong in the page fails the test. */
export function strict(page: Page): Page {
  // A busy machine.
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}
