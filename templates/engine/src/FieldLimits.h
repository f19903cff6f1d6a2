// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// Bounds on what is accepted for one document, far above what an office writes.
namespace congvu::templates {

inline constexpr std::size_t kMaximumInputBytes = 4 * 1024 * 1024;
/// No form may allow a longer value than this many characters (about 100 pages).
inline constexpr std::size_t kMaximumValueCharacters = 250'000;
inline constexpr std::size_t kMaximumListItems = 200;
inline constexpr std::size_t kMaximumAuthorityLines = 4;
inline constexpr std::size_t kMaximumTableColumns = 12;
inline constexpr std::size_t kMaximumPersonTextCharacters = 200;
inline constexpr std::size_t kMaximumAppendices = 30;
inline constexpr std::size_t kMaximumAppendixTitleCharacters = 500;
inline constexpr std::size_t kMaximumReportedErrors = 100;
inline constexpr int kMaximumPages = 400;

}  // namespace congvu::templates
