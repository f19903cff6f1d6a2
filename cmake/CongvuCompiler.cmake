# SPDX-License-Identifier: Apache-2.0
# Warnings, sanitizers and the compiler cache for every C++ target of the project.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Relative to the source tree, so that another clone finds what this one has compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()

add_library(congvu-options INTERFACE)
target_compile_options(congvu-options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror
  $<$<CXX_COMPILER_ID:GNU>:-fdiagnostics-color=auto>
  # False alarms of GCC 12 inside its own std::string and std::equal (GCC bugs 105329, 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overread> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
target_compile_definitions(congvu-options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
if(CONGVU_SANITIZE)
  add_compile_options(-fsanitize=${CONGVU_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CONGVU_SANITIZE})
endif()

# congvu_test_program(target): what every GoogleTest program has in common.
# Test files name their fixtures and helpers in anonymous namespaces as they like, so they are never compiled together.
function(congvu_test_program target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
  target_precompile_headers(${target} PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
endfunction()
