import { ApiProblem } from '@kursdugnad/core/contract/client.js';
import { remind } from '@kursdugnad/core/contract/teams.js';
import { type AppLoadContext, data } from 'react-router';
import { api } from '../server/api.server.js';
import type { Reminded } from './remind.js';

/** What a reminder form asks for: one person, or everybody who is overdue. */
export async function sendReminder(request: Request, context: AppLoadContext, unit: string) {
  const person = (await request.formData()).get('person');
  try {
    const asked = typeof person === 'string' && person !== '' ? { unit, people: [person] } : { unit };
    return data<Reminded>(await api(request, context).call(remind, asked));
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return data<Reminded>({ refused: error.message }, { status: error.status });
  }
}
