/**
 * The object that a SCORM system has put in a window above this one, or above the window that opened it (SCORM 2004 RTE
 * 3.3.6.1). Windows of other origins are passed over.
 */
export function findApi<Api>(name: 'API' | 'API_1484_11', from: Window = window): Api | null {
  for (const start of [from, openerOf(from), openerOf(from.top)]) {
    for (let here = start, level = 0; here && level < 100; level += 1) {
      const api = apiIn<Api>(here, name);
      if (api) return api;
      here = here.parent === here ? null : here.parent;
    }
  }
  return null;
}

function apiIn<Api>(place: Window, name: string): Api | null {
  try {
    return ((place as unknown as Record<string, unknown>)[name] as Api | undefined) ?? null;
  } catch {
    return null;
  }
}

function openerOf(place: Window | null): Window | null {
  try {
    return (place?.opener as Window | null) ?? null;
  } catch {
    return null;
  }
}
