import { whoAmI } from '@kursdugnad/core/contract/login.js';
import { type AppLoadContext, data } from 'react-router';
import { api } from '../server/api.server.js';

/** The language of the administrator who asks. Throws 403 for somebody else, where no conversation would say so. */
export async function languageOfCaller(request: Request, context: AppLoadContext) {
  const { access, language } = await api(request, context).call(whoAmI, {});
  if (access.some(({ right }) => right === 'administrator')) return language;
  throw data(null, { status: 403 });
}
