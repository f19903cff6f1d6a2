# SPDX-License-Identifier: Apache-2.0
# Copies what a plugin ships besides its library: manifest, migrations, locale, event schemas. Removed files vanish too.
foreach(part plugin.json migrations locale events)
  file(REMOVE_RECURSE ${TARGET}/${part})
  if(EXISTS ${SOURCE}/${part})
    file(COPY ${SOURCE}/${part} DESTINATION ${TARGET})
  endif()
endforeach()
