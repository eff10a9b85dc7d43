"""The third room: candidates and the curated file become the curated file; a machine proposes, people decide."""
