"""Spanish names of holidays, each with its key in `feasts`."""

from __future__ import annotations

from generator.extracting.tagger.language import words

__all__ = ["HOLIDAYS"]

HOLIDAYS: dict[str, object] = {
    **words("año nuevo, día de año nuevo", "new-year"),
    **words("día de reyes, epifanía", "epiphany"),
    **words("san valentín, día de san valentín", "valentine"),
    **words("día de la mujer, día internacional de la mujer", "womens-day"),
    **words("miércoles de ceniza", "ash-wednesday"),
    **words("domingo de ramos", "palm-sunday"),
    **words("semana santa", "holy-week"),
    **words("jueves santo", "maundy-thursday"),
    **words("viernes santo", "good-friday"),
    **words("sábado santo", "holy-saturday"),
    **words("domingo de resurrección, domingo de pascua", "easter"),
    **words("lunes de pascua", "easter-monday"),
    **words("pentecostés", "pentecost"),
    **words("día del trabajo, día del trabajador, día de los trabajadores", "may-day"),
    **words("día de la hispanidad", "hispanic-day"),
    **words("todos los santos, día de todos los santos", "all-saints"),
    **words("día de muertos, día de los muertos", "all-souls"),
    **words("black friday, viernes negro", "black-friday"),
    **words("la inmaculada, día de la inmaculada", "immaculate-conception"),
    **words("nochebuena", "christmas-eve"),
    **words("navidad, día de navidad", "christmas"),
    **words("nochevieja", "new-years-eve"),
    **words("ramadán", "ramadan"),
    **words("halloween", "halloween"),
    **words("acción de gracias, día de acción de gracias", "thanksgiving"),
}
