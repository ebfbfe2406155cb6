import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('login/home.ts'),
  route('logg-inn', 'login/sign-in.tsx'),
  route('logg-ut', 'login/sign-out.ts'),
  route('sprak', 'login/language.ts'),

  route('mine-guider', 'learn/my-guides.tsx'),
  route('innsyn', 'learn/who-looked.tsx'),
  route('guide/:registration/:lesson?', 'learn/guide.ts'),

  route('team', 'team/my-teams.tsx'),
  route('team/:unit', 'team/completion.tsx'),
  route('team/:unit/alle', 'team/whole-table.ts'),
  route('team/:unit/person/:person', 'team/person.tsx'),

  route('kompetansekrav', 'competence/requirements.tsx'),
  route('kompetansekrav/nytt', 'competence/state-requirement.tsx'),
  route('kompetansekrav/:requirement/avslutt', 'competence/end-requirement.tsx'),

  route('katalog', 'catalogue/catalogue.tsx'),
  route('katalog/:course', 'catalogue/course.tsx'),
  route('katalog/:course/gjennomsyn/:lesson?', 'catalogue/look-through.ts'),

  route('mine-kurs', 'author/my-courses.tsx'),
  route('mine-kurs/:course', 'author/course-use.tsx'),

  route('administrasjon', 'admin/administration.ts'),
  route('administrasjon/utboks', 'admin/outbox.tsx'),

  route('tilgjengelighet', 'frame/accessibility.tsx'),
  route('*', 'frame/not-found.tsx'),
] satisfies RouteConfig;
