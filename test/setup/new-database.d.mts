/** The address of a new, empty database of the PostgreSQL at this address. */
export function newDatabase(address: string): Promise<string>;
