-- The language in which a person gets letters: that of the pages on which they accepted their invitation, until they choose another.
ALTER TABLE person ADD COLUMN language text NOT NULL DEFAULT 'ru' CHECK (language IN ('ru', 'en'));
