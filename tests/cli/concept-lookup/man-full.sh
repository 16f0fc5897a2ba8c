# A page that is lost on a full disk is no success, though man says so.
concept-lookup --man shyness >/dev/full
