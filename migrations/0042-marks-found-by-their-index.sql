-- Different people of a year are counted from the marks of its events: with the state beside its columns the index that keeps a
-- person from being marked twice answers alone, and no mark is read.
DROP INDEX attendance_mark_once;
CREATE UNIQUE INDEX attendance_mark_once ON attendance_mark (municipality_id, event_id, site_id, participant_id) INCLUDE (state)
  WHERE state IN ('counted', 'late');
