"""Questions, outcomes and their map."""
