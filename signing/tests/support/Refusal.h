// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::testing {

/// The SigningError that an act ended in.
struct Refusal {
    ErrorCode code = ErrorCode::cryptoFailure;
    std::string text;

    /// "wrongPin: the text"
    std::string toString() const { return std::string(nameOf(code)) + ": " + text; }
};

/// Runs the act; that nothing was refused fails the test.
inline Refusal refusalOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const SigningError& error) {
        return {error.code(), error.what()};
    }
    ADD_FAILURE() << "nothing was refused";
    return {};
}

inline ErrorCode codeOf(const std::function<void()>& act) {
    return refusalOf(act).code;
}

/// Whether the act ends in this error.
inline bool isRefused(const std::function<void()>& act, ErrorCode code) {
    try {
        act();
    } catch (const SigningError& error) {
        return error.code() == code;
    }
    return false;
}

}  // namespace congvu::signing::testing
