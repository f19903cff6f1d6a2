# SPDX-License-Identifier: Apache-2.0
# congvu_plugin([LINK libraries…] [TEST_LINK libraries…]): the whole build of one plugin folder.
#   src/**/*.cpp   -> plugins/<id>/<id>.so beside plugin.json, migrations/, locale/ and ui/
#   tests/*.cpp    -> bin/test-plugin-<id>, linked with the PluginHarness
#   ui/            -> plugins/<id>/ui
# The id is the folder's name.
function(congvu_plugin)
  cmake_parse_arguments(PLUGIN "" "" "LINK;TEST_LINK" ${ARGN})
  get_filename_component(id ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(folder ${CMAKE_BINARY_DIR}/plugins/${id})

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/src/*.cpp)
  add_library(plugin-${id}-objects OBJECT ${sources})
  target_include_directories(plugin-${id}-objects PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/src)
  target_link_libraries(plugin-${id}-objects PUBLIC congvu-sdk ${PLUGIN_LINK} PRIVATE congvu-options)
  set_target_properties(plugin-${id}-objects PROPERTIES CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)

  add_library(plugin-${id} MODULE)
  target_link_libraries(plugin-${id} PRIVATE plugin-${id}-objects)
  # A missing symbol is refused when the library is linked or loaded, not met at midnight.
  target_link_options(plugin-${id} PRIVATE -Wl,-z,now)
  if(NOT CONGVU_SANITIZE)
    target_link_options(plugin-${id} PRIVATE -Wl,--no-undefined)
  endif()
  set_target_properties(plugin-${id} PROPERTIES PREFIX "" OUTPUT_NAME ${id} LIBRARY_OUTPUT_DIRECTORY ${folder} LINKER_LANGUAGE CXX
    INSTALL_RPATH "$ORIGIN/../../..")

  file(GLOB_RECURSE data CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/plugin.json ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*
    ${CMAKE_CURRENT_SOURCE_DIR}/locale/* ${CMAKE_CURRENT_SOURCE_DIR}/events/*)
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/data.stamp)
  add_custom_command(OUTPUT ${stamp} DEPENDS ${data}
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_CURRENT_SOURCE_DIR} -DTARGET=${folder} -P ${CMAKE_SOURCE_DIR}/cmake/CopyPluginData.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp} COMMENT "data of plugin ${id}")
  add_custom_target(plugin-${id}-data ALL DEPENDS ${stamp})
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/ui/index.ts OR EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/ui/src/index.ts)
    congvu_plugin_ui(${id})
  endif()
  install(TARGETS plugin-${id} DESTINATION ${CMAKE_INSTALL_LIBDIR}/congvu/plugins/${id})
  install(DIRECTORY ${folder}/ DESTINATION ${CMAKE_INSTALL_LIBDIR}/congvu/plugins/${id} PATTERN "*.so" EXCLUDE)

  file(GLOB test_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tests/*.cpp)
  if(CONGVU_TESTS AND test_sources)
    find_package(GTest REQUIRED)
    add_executable(test-plugin-${id} ${test_sources})
    congvu_test_program(test-plugin-${id})
    target_link_libraries(test-plugin-${id} PRIVATE plugin-${id}-objects congvu-harness congvu-options ${PLUGIN_TEST_LINK}
      GTest::gmock GTest::gtest_main)
    target_compile_definitions(test-plugin-${id} PRIVATE CONGVU_PLUGIN_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}")
    add_test(NAME plugin-${id} COMMAND test-plugin-${id})
  endif()
endfunction()
