/** Who may know whom. Each rule says why; `npm run check:rooms` holds the code to it. */
const apiRooms = [
  'database',
  'storage',
  'http',
  'people',
  'login',
  'lrs',
  'catalogue',
  'authoring',
  'launch',
  'competence',
  'teams',
  'demo',
];

/** A lower room never imports a higher one: where it must tell one something, the higher registers a listener. */
const upwards = apiRooms.slice(0, -1).map((room, index) => ({
  name: `api-${room}-knows-only-lower-rooms`,
  comment: `${room} is below ${apiRooms.slice(index + 1).join(', ')}; a higher room registers a listener instead`,
  severity: 'error',
  from: { path: `^api/src/${room}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^api/src/(${apiRooms.slice(index + 1).join('|')})/` },
}));

/** A room is entered by its front door. */
const privateParts = {
  name: 'api-stores-and-controllers-are-private',
  comment: "a room's store and controllers are nobody else's: use its front door",
  severity: 'error',
  from: { path: '^api/src/([^/]+)/', pathNot: '\\.test\\.ts$' },
  to: { path: '^api/src/([^/]+)/.*\\.(store|controller)\\.ts$', pathNot: '^api/src/$1/' },
};

module.exports = {
  forbidden: [
    {
      name: 'core-knows-nobody',
      comment: 'the rules of the field are pure: zod and itself only',
      severity: 'error',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^core/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'content-tools-knows-core',
      comment: 'the tools of authors must run without a server',
      severity: 'error',
      from: { path: '^content-tools/' },
      to: { path: '^(api|web)/' },
    },
    {
      name: 'player-runs-in-browsers',
      comment: 'the player is small and has no library: core only',
      severity: 'error',
      from: { path: '^content-tools/player/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: ['^core/', '^content-tools/player/', '^content-tools/render/(live/|guide-data)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-knows-core-render-and-player',
      comment: 'web speaks to api through the contract only, so that they can live apart',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: ['^api/', '^content-tools/(read|package|cli)/'] },
    },
    {
      name: 'nobody-imports-api-or-web',
      comment: 'they are the tops of the house; api loads web as a build only',
      severity: 'error',
      from: { path: '^(core|content-tools)/' },
      to: { path: '^(api|web)/' },
    },
    {
      name: 'no-circles',
      comment: 'a circle is two ideas that are one, or one idea that is two',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...upwards,
    privateParts,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/build/', '\\.react-router'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.rooms.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
