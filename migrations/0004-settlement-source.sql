-- A district's programme may name the budgets of its settlements beside its own.

ALTER TABLE funding_source DROP CONSTRAINT funding_source_kind_check;
ALTER TABLE funding_source ADD CONSTRAINT funding_source_kind_check
  CHECK (kind IN ('federal', 'regional', 'local', 'settlement', 'extrabudgetary'));
