# SPDX-License-Identifier: Apache-2.0
#
# Building the web UI with CMake.
#
#   congvu_ui_shell()       target congvu-ui-shell        -> ${CMAKE_BINARY_DIR}/ui/shell
#   congvu_plugin_ui(<id>)  target congvu-ui-plugin-<id>  -> ${CMAKE_BINARY_DIR}/plugins/<id>/ui, and plugins/<id>/public when
#                           there is a ui/public.ts
#
# Both do nothing with -DCONGVU_UI=OFF (a server without node), and congvu_plugin_ui() does nothing
# for a plugin that has neither ui/src/index.ts nor ui/index.ts. The npm packages are installed once
# from package-lock.json; the stamp lies in the build folder, so every build folder checks for itself.

include_guard(GLOBAL)
include(GNUInstallDirs)

option(CONGVU_UI "Build the web UI (needs node 20.19 or newer and npm)" ON)

set(CONGVU_WEB_DIR "${PROJECT_SOURCE_DIR}/server/web")

if(CONGVU_UI)
  find_program(CONGVU_NODE node REQUIRED)
  find_program(CONGVU_NPM npm REQUIRED)

  execute_process(COMMAND "${CONGVU_NODE}" --version OUTPUT_VARIABLE congvu_node_version
                  OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "^v" "" congvu_node_version "${congvu_node_version}")
  if(congvu_node_version VERSION_LESS 20.19)
    message(FATAL_ERROR "The web UI needs node 20.19 or newer, ${CONGVU_NODE} is ${congvu_node_version}. "
                        "Put a newer node first in PATH, or configure with -DCONGVU_UI=OFF.")
  endif()

  set(CONGVU_NPM_STAMP "${CMAKE_BINARY_DIR}/npm-ci.stamp")
  add_custom_command(
    OUTPUT "${CONGVU_NPM_STAMP}"
    DEPENDS "${PROJECT_SOURCE_DIR}/package.json" "${PROJECT_SOURCE_DIR}/package-lock.json"
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMAND "${CONGVU_NODE}" server/web/build/install.mjs "${CONGVU_NPM}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${CONGVU_NPM_STAMP}"
    COMMENT "Installing the web UI's npm packages"
    USES_TERMINAL
    VERBATIM)
  add_custom_target(congvu-npm DEPENDS "${CONGVU_NPM_STAMP}")

  file(GLOB_RECURSE CONGVU_WEB_SOURCES CONFIGURE_DEPENDS
       "${CONGVU_WEB_DIR}/*.ts" "${CONGVU_WEB_DIR}/*.vue" "${CONGVU_WEB_DIR}/*.css" "${CONGVU_WEB_DIR}/*.json"
       "${CONGVU_WEB_DIR}/*.mjs" "${CONGVU_WEB_DIR}/*.html" "${CONGVU_WEB_DIR}/shell/static/*")
  list(FILTER CONGVU_WEB_SOURCES EXCLUDE REGEX "/node_modules/|\\.test\\.ts$")
endif()

# congvu_ui_build(<build name> <target> <marker file> <sources>...)
function(congvu_ui_build name target marker)
  add_custom_command(
    OUTPUT "${marker}"
    DEPENDS congvu-npm "${CONGVU_NPM_STAMP}" ${ARGN}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMAND "${CMAKE_COMMAND}" -E env "UI_OUT=${CMAKE_BINARY_DIR}" "${CONGVU_NODE}" server/web/build/build-all.mjs ${name}
    COMMAND "${CMAKE_COMMAND}" -E touch "${marker}"
    COMMENT "Building the web UI: ${name}"
    VERBATIM)
  add_custom_target(${target} ALL DEPENDS "${marker}")
endfunction()

function(congvu_ui_shell)
  if(NOT CONGVU_UI)
    return()
  endif()
  # The icon sprite is collected from every plugin's manifest and UI sources.
  file(GLOB_RECURSE icon_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/plugins/*/plugin.json")
  congvu_ui_build(shell congvu-ui-shell "${CMAKE_BINARY_DIR}/ui/shell/ui-build.json" ${CONGVU_WEB_SOURCES} ${icon_sources})
  install(DIRECTORY "${CMAKE_BINARY_DIR}/ui/shell/" DESTINATION "${CMAKE_INSTALL_DATADIR}/congvu/ui")
  if(CONGVU_TESTS)
    # Unit tests and type, format and lint checks of the shell, the kit and every plugin's UI.
    add_test(NAME web-unit WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
             COMMAND "${CONGVU_NODE}" node_modules/vitest/vitest.mjs run)
    add_test(NAME web-check WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" COMMAND "${CONGVU_NPM}" run --silent check)
    set_tests_properties(web-unit web-check PROPERTIES LABELS web TIMEOUT 900)
  endif()
endfunction()

function(congvu_plugin_ui id)
  set(ui_folder "${PROJECT_SOURCE_DIR}/plugins/${id}/ui")
  if(NOT CONGVU_UI OR NOT (EXISTS "${ui_folder}/src/index.ts" OR EXISTS "${ui_folder}/index.ts"))
    return()
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
       "${ui_folder}/*.ts" "${ui_folder}/*.vue" "${ui_folder}/*.css" "${ui_folder}/*.json")
  list(FILTER sources EXCLUDE REGEX "/node_modules/|\\.test\\.ts$")
  file(GLOB presets CONFIGURE_DEPENDS "${CONGVU_WEB_DIR}/build/*.mjs")
  congvu_ui_build(${id} congvu-ui-plugin-${id} "${CMAKE_BINARY_DIR}/plugins/${id}/ui/ui.json" ${sources} ${presets})
  install(DIRECTORY "${CMAKE_BINARY_DIR}/plugins/${id}/ui/"
          DESTINATION "${CMAKE_INSTALL_LIBDIR}/congvu/plugins/${id}/ui")
  if(EXISTS "${ui_folder}/public.ts")
    install(DIRECTORY "${CMAKE_BINARY_DIR}/plugins/${id}/public/"
            DESTINATION "${CMAKE_INSTALL_LIBDIR}/congvu/plugins/${id}/public")
  endif()
endfunction()
