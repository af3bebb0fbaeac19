-- A filter that finds little in a long trail reads no more than it shows: refusals are few, and a busy person may never have done a thing.
CREATE INDEX audit_entry_refused ON audit_entry (municipality_id, at DESC, id DESC) WHERE outcome = 'refused';
CREATE INDEX audit_entry_actor_action ON audit_entry (municipality_id, actor_person_id, action, at DESC, id DESC)
  WHERE actor_person_id IS NOT NULL;
