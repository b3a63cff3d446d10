// What can be done next: commands to copy, with what each does.

export interface Hints {
  title: string;
  commands: [command: string, what: string][];
  end?: string;
}
