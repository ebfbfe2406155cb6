import { index, layout, route, type RouteConfig } from '@react-router/dev/routes';

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
  route('team/:unit/signeringer', 'team/sign-offs.tsx'),
  route('team/:unit/person/:person', 'team/person.tsx'),

  route('kompetansekrav', 'competence/requirements.tsx'),
  route('kompetansekrav/nytt', 'competence/state-requirement.tsx'),
  route('kompetansekrav/:requirement/avslutt', 'competence/end-requirement.tsx'),

  route('katalog', 'catalogue/catalogue.tsx'),
  route('katalog/:course', 'catalogue/course.tsx'),
  route('katalog/:course/opplysninger', 'catalogue/local-facts.tsx'),
  route('katalog/:course/gjennomsyn/:lesson?', 'catalogue/look-through.ts'),

  route('mine-kurs', 'author/my-courses.tsx'),
  route('mine-kurs/ny', 'author/new-draft.tsx'),
  route('mine-kurs/utkast/:draft', 'author/draft.tsx'),
  route('mine-kurs/utkast/:draft/om', 'author/draft-about.tsx'),
  route('mine-kurs/utkast/:draft/publiser', 'author/draft-publish.tsx'),
  route('mine-kurs/utkast/:draft/tidligere', 'author/draft-revisions.tsx'),
  route('mine-kurs/utkast/:draft/innstillinger', 'author/draft-settings.tsx'),
  route('mine-kurs/utkast/:draft/side/:lesson?', 'author/draft-page.ts'),
  route('mine-kurs/:course', 'author/course-use.tsx'),

  route('administrasjon', 'admin/administration.tsx'),
  layout('admin/section.tsx', [
    route('administrasjon/utsagn', 'admin/statements.tsx'),
    route('administrasjon/utsagn/:statement', 'admin/statement.tsx'),
    route('administrasjon/avvist', 'admin/refused.tsx'),
    route('administrasjon/avvist/:request', 'admin/refused-request.tsx'),
    route('administrasjon/nokler', 'admin/keys.tsx'),
    route('administrasjon/nokler/ny', 'admin/make-key.tsx'),
    route('administrasjon/nokler/:key/ta-bort', 'admin/take-back-key.tsx'),
    route('administrasjon/videresending', 'admin/forwardings.tsx'),
    route('administrasjon/videresending/ny', 'admin/add-forwarding.tsx'),
    route('administrasjon/videresending/:forwarding/avvist', 'admin/set-aside.tsx'),
    route('administrasjon/videresending/:forwarding/fjern', 'admin/remove-forwarding.tsx'),
    route('administrasjon/oppbevaring', 'admin/retention.tsx'),
    route('administrasjon/slett-person', 'admin/find-person.tsx'),
    route('administrasjon/slett-person/:person', 'admin/erase-person.tsx'),
    route('administrasjon/utboks', 'admin/outbox.tsx'),
  ]),

  route('tilgjengelighet', 'frame/accessibility.tsx'),
  route('*', 'frame/not-found.tsx'),
] satisfies RouteConfig;
