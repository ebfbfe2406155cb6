import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('login/home.ts'),
  route('logg-inn', 'login/sign-in.tsx'),
  route('logg-ut', 'login/sign-out.ts'),
  route('sprak', 'login/language.ts'),

  route('mine-guider', 'learn/my-guides.tsx'),
  route('guide/:registration/:lesson?', 'learn/guide.ts'),

  route('tilgjengelighet', 'frame/accessibility.tsx'),
  route('*', 'frame/not-found.tsx'),
] satisfies RouteConfig;
