"""The site's benchmark: one timeline as a site of ours and of other generators', and what building each costs."""
