"""What brings the timeline, or a part of it, into other pages: of the same site, and of others."""
