// SPDX-License-Identifier: Apache-2.0
#include "keys/Cryptoki.h"

#include <array>

namespace congvu::signing::keys {
namespace {

/// What a return value is called and means to a caller of this library.
struct ResultMeaning {
    CK_RV result;
    std::string_view name;
    ErrorCode code;
};

constexpr std::array kMeanings{
    ResultMeaning{CKR_SLOT_ID_INVALID, "CKR_SLOT_ID_INVALID", ErrorCode::tokenRemoved},
    ResultMeaning{CKR_GENERAL_ERROR, "CKR_GENERAL_ERROR", ErrorCode::tokenFailure},
    ResultMeaning{CKR_FUNCTION_FAILED, "CKR_FUNCTION_FAILED", ErrorCode::tokenFailure},
    ResultMeaning{CKR_DEVICE_ERROR, "CKR_DEVICE_ERROR", ErrorCode::tokenFailure},
    ResultMeaning{CKR_DEVICE_MEMORY, "CKR_DEVICE_MEMORY", ErrorCode::tokenFailure},
    ResultMeaning{CKR_DEVICE_REMOVED, "CKR_DEVICE_REMOVED", ErrorCode::tokenRemoved},
    ResultMeaning{CKR_FUNCTION_CANCELED, "CKR_FUNCTION_CANCELED", ErrorCode::tokenFailure},
    ResultMeaning{CKR_KEY_HANDLE_INVALID, "CKR_KEY_HANDLE_INVALID", ErrorCode::keyNotFound},
    ResultMeaning{CKR_OBJECT_HANDLE_INVALID, "CKR_OBJECT_HANDLE_INVALID", ErrorCode::keyNotFound},
    ResultMeaning{CKR_KEY_TYPE_INCONSISTENT, "CKR_KEY_TYPE_INCONSISTENT", ErrorCode::unreadableKey},
    ResultMeaning{CKR_KEY_FUNCTION_NOT_PERMITTED, "CKR_KEY_FUNCTION_NOT_PERMITTED", ErrorCode::unreadableKey},
    ResultMeaning{CKR_MECHANISM_INVALID, "CKR_MECHANISM_INVALID", ErrorCode::tokenFailure},
    ResultMeaning{CKR_PIN_INCORRECT, "CKR_PIN_INCORRECT", ErrorCode::wrongPin},
    ResultMeaning{CKR_PIN_INVALID, "CKR_PIN_INVALID", ErrorCode::wrongPin},
    ResultMeaning{CKR_PIN_LEN_RANGE, "CKR_PIN_LEN_RANGE", ErrorCode::wrongPin},
    ResultMeaning{CKR_PIN_EXPIRED, "CKR_PIN_EXPIRED", ErrorCode::tokenFailure},
    ResultMeaning{CKR_PIN_LOCKED, "CKR_PIN_LOCKED", ErrorCode::pinLocked},
    ResultMeaning{CKR_SESSION_CLOSED, "CKR_SESSION_CLOSED", ErrorCode::tokenRemoved},
    ResultMeaning{CKR_SESSION_COUNT, "CKR_SESSION_COUNT", ErrorCode::tokenFailure},
    ResultMeaning{CKR_SESSION_HANDLE_INVALID, "CKR_SESSION_HANDLE_INVALID", ErrorCode::tokenRemoved},
    ResultMeaning{CKR_TOKEN_NOT_PRESENT, "CKR_TOKEN_NOT_PRESENT", ErrorCode::tokenRemoved},
    ResultMeaning{CKR_TOKEN_NOT_RECOGNIZED, "CKR_TOKEN_NOT_RECOGNIZED", ErrorCode::tokenRemoved},
    ResultMeaning{CKR_USER_NOT_LOGGED_IN, "CKR_USER_NOT_LOGGED_IN", ErrorCode::tokenFailure},
    ResultMeaning{CKR_USER_PIN_NOT_INITIALIZED, "CKR_USER_PIN_NOT_INITIALIZED", ErrorCode::tokenFailure},
    ResultMeaning{CKR_CRYPTOKI_NOT_INITIALIZED, "CKR_CRYPTOKI_NOT_INITIALIZED", ErrorCode::tokenFailure},
};

const ResultMeaning* meaningOf(CK_RV result) {
    for (const ResultMeaning& meaning : kMeanings) {
        if (meaning.result == result) {
            return &meaning;
        }
    }
    return nullptr;
}

}  // namespace

std::string nameOfResult(CK_RV result) {
    const ResultMeaning* meaning = meaningOf(result);
    return meaning != nullptr ? std::string(meaning->name) : "CK_RV " + std::to_string(result);
}

ErrorCode errorOfResult(CK_RV result) {
    const ResultMeaning* meaning = meaningOf(result);
    return meaning != nullptr ? meaning->code : ErrorCode::tokenFailure;
}

void throwResult(CK_RV result, const char* function) {
    throw SigningError(errorOfResult(result), std::string(function) + ": " + nameOfResult(result));
}

void requireOk(CK_RV result, const char* function) {
    if (result != CKR_OK) {
        throwResult(result, function);
    }
}

bool isSessionLost(CK_RV result) {
    return errorOfResult(result) == ErrorCode::tokenRemoved || errorOfResult(result) == ErrorCode::keyNotFound ||
           result == CKR_USER_NOT_LOGGED_IN || result == CKR_CRYPTOKI_NOT_INITIALIZED;
}

ObjectTemplate& ObjectTemplate::with(CK_ATTRIBUTE_TYPE type, CK_ULONG value) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&value);
    return with(type, ByteView(bytes, sizeof value));
}

ObjectTemplate& ObjectTemplate::with(CK_ATTRIBUTE_TYPE type, ByteView value) {
    values_.emplace_back(type, Bytes(value.begin(), value.end()));
    return *this;
}

std::vector<CK_ATTRIBUTE> ObjectTemplate::attributes() {
    std::vector<CK_ATTRIBUTE> out;
    for (auto& [type, bytes] : values_) {
        out.push_back({type, bytes.data(), bytes.size()});
    }
    return out;
}

std::vector<CK_OBJECT_HANDLE> findObjects(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, ObjectTemplate wanted) {
    std::vector<CK_ATTRIBUTE> attributes = wanted.attributes();
    requireOk(functions.C_FindObjectsInit(session, attributes.data(), attributes.size()), "C_FindObjectsInit");
    std::vector<CK_OBJECT_HANDLE> found;
    std::array<CK_OBJECT_HANDLE, 64> part{};
    CK_ULONG got = 0;
    CK_RV result = CKR_OK;
    do {
        got = 0;
        result = functions.C_FindObjects(session, part.data(), part.size(), &got);
        if (result == CKR_OK) {
            found.insert(found.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(got));
        }
    } while (result == CKR_OK && got > 0);
    functions.C_FindObjectsFinal(session);
    requireOk(result, "C_FindObjects");
    return found;
}

std::optional<Bytes> attributeOf(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
    constexpr CK_ULONG kLargest = CK_ULONG{1} << 20U;
    CK_ATTRIBUTE attribute{type, nullptr, 0};
    if (functions.C_GetAttributeValue(session, object, &attribute, 1) != CKR_OK || attribute.ulValueLen > kLargest) {
        return std::nullopt;
    }
    Bytes content(attribute.ulValueLen);
    attribute.pValue = content.data();
    if (functions.C_GetAttributeValue(session, object, &attribute, 1) != CKR_OK || attribute.ulValueLen > content.size()) {
        return std::nullopt;
    }
    content.resize(attribute.ulValueLen);
    return content;
}

bool flagOf(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
    const auto content = attributeOf(functions, session, object, type);
    return content && content->size() == sizeof(CK_BBOOL) && content->front() != CK_FALSE;
}

}  // namespace congvu::signing::keys
