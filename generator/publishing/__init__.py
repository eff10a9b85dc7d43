"""The fourth room: a timeline becomes pages, feeds and data, in the shells that the theme rendered."""
