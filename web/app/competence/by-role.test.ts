import { expect, test } from '@jest/globals';
import { byRole } from './by-role.js';

const nurse = { id: 'n', name: 'Sykepleier' };
const apprentice = { id: 'l', name: 'Lærling' };

test('everybody first, then the roles by name, with how many hold each', () => {
  const stated = [
    { id: 1, role: nurse },
    { id: 2, role: null },
    { id: 3, role: apprentice },
    { id: 4, role: nurse },
  ];
  const groups = byRole(stated, { roles: [{ ...nurse, people: 40 }], everybody: 900 });
  expect(
    groups.map(({ role, people, requirements }) => [role?.name, people, requirements.map(({ id }) => id)]),
  ).toEqual([
    [undefined, 900, [2]],
    ['Lærling', 0, [3]],
    ['Sykepleier', 40, [1, 4]],
  ]);
});
