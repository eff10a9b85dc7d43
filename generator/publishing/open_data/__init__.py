"""The timeline for other programs: feeds, calendars, a static API, tables, linked data and TimelineJS.

Every form is made of what is written once of each event and set into each list that the event stands in: on a large
timeline an event is in a dozen of them.
"""
