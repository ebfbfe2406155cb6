interface Role {
  id: string;
  name: string;
}

export interface RoleGroup<Requirement> {
  /** Null: everybody who works here. */
  role: Role | null;
  people: number;
  requirements: Requirement[];
}

/** Requirements by role: those of everybody first, then by the role's name; within a role as they came. */
export function byRole<Requirement extends { role: Role | null }>(
  requirements: Requirement[],
  held: { roles: (Role & { people: number })[]; everybody: number },
): RoleGroup<Requirement>[] {
  const groups = new Map<string, RoleGroup<Requirement>>();
  for (const requirement of requirements) {
    const { role } = requirement;
    const key = role?.id ?? '';
    const people = role === null ? held.everybody : (held.roles.find(({ id }) => id === key)?.people ?? 0);
    const group = groups.get(key) ?? { role, people, requirements: [] };
    group.requirements.push(requirement);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (a.role?.name ?? '').localeCompare(b.role?.name ?? '', 'nb'));
}
