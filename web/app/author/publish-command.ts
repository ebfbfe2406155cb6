interface PublishCommand {
  /** Folder of the guide. */
  folder: string;
  /** Address of this server. */
  server: string;
  key: string;
  note?: string;
}

/** The line that publishes a guide from an author's machine. */
export function publishCommand({ folder, server, key, note }: PublishCommand): string {
  return `npx kurs publish ${folder} --to ${server} --token ${key}${note ? ` --note "${note}"` : ''}`;
}
