/** A row as the CSV has it, by column; a blank cell is an empty text. */
export type CsvRow = Readonly<Record<string, string>>;
