-- Since when everybody may see an event: it was announced, or held without having been. A cancelled one that was never announced
-- stays unseen.
ALTER TABLE event ADD COLUMN announced_at timestamptz;
UPDATE event SET announced_at = changed_at WHERE state IN ('announced', 'held', 'confirmed');
ALTER TABLE event ADD CHECK (state NOT IN ('announced', 'held', 'confirmed') OR announced_at IS NOT NULL);
CREATE INDEX event_public ON event (municipality_id, date, id) WHERE announced_at IS NOT NULL;
GRANT UPDATE (announced_at) ON event TO sosedstvo_app;
