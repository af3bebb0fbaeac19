/** How long a password may be, in characters. */
export const PASSWORD_LENGTH = { least: 10, most: 128 };
