const TURNING_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text without the marks that turn the direction of writing. Nothing that is written here needs them, and with them a name
 * can read as another one: `фото<U+202E>gpj.exe` looks like «фотоexe.jpg».
 */
export function dropTurningMarks(text: string): string {
  return text.replace(TURNING_MARKS, "");
}
